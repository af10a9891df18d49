const Scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const Escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const Space = /[ \t\r\n]*/y;
const FullWidth = /[“”‘’＂，：、｛｝［］]/;
const MaxDepth = 64;

class Mistake extends Error {
  constructor(kind, at) {
    super(kind);
    this.at = at;
  }
}

/**
 * The first mistake of a text that is no JSON: its kind, where it is, and its line and column, which begin at 1. Browsers say it in their
 * own words, and some without the place.
 */
export function findMistake(source) {
  try {
    new Scanner(source).document();
    return null;
  } catch (error) {
    if (!(error instanceof Mistake)) {
      throw error;
    }
    const before = source.slice(0, error.at);
    return { kind: error.message, at: error.at, line: before.split('\n').length, column: error.at - before.lastIndexOf('\n') };
  }
}

class Scanner {
  #source;
  #at = 0;

  constructor(source) {
    this.#source = source;
  }

  document() {
    this.#value(0);
    if (this.#at < this.#source.length) {
      this.#fail('afterEnd');
    }
  }

  get #next() {
    return this.#source[this.#at];
  }

  #value(depth) {
    if (depth > MaxDepth) {
      this.#fail('tooDeep');
    }
    this.#read(Space);
    if (this.#next === '{') {
      this.#items('}', () => this.#member(depth));
    } else if (this.#next === '[') {
      this.#items(']', () => this.#value(depth + 1));
    } else if (this.#next === '"') {
      this.#string();
    } else if (!this.#read(Scalar)) {
      this.#fail('value');
    }
    this.#read(Space);
  }

  #items(close, item) {
    this.#skip();
    if (this.#next === close) {
      this.#skip();
      return;
    }
    for (;;) {
      item();
      if (this.#next === close) {
        this.#skip();
        return;
      }
      const comma = this.#at;
      this.#expect(',', 'comma');
      if (this.#next === '}' || this.#next === ']') {
        this.#fail('trailingComma', comma);
      }
    }
  }

  #member(depth) {
    if (this.#next !== '"') {
      this.#fail('name');
    }
    this.#string();
    this.#read(Space);
    this.#expect(':', 'colon');
    this.#value(depth + 1);
  }

  #string() {
    const start = this.#at++;
    while (this.#next !== '"') {
      if (this.#next === undefined) {
        this.#fail('unclosed', start);
      } else if (this.#next === '\\' && !this.#read(Escape)) {
        this.#fail('escape');
      } else if (this.#next < ' ') {
        this.#fail('control');
      } else if (this.#next !== '\\' && this.#next !== '"') {
        this.#at++;
      }
    }
    this.#at++;
  }

  #expect(mark, kind) {
    if (this.#next !== mark) {
      this.#fail(kind);
    }
    this.#skip();
  }

  #skip() {
    this.#at++;
    this.#read(Space);
  }

  #read(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0] ?? '';
    this.#at += found.length;
    return found !== '';
  }

  // What people bring along from other places explains more than what JSON wants in its place
  #fail(kind, at = this.#at) {
    const found = this.#source[at];
    throw new Mistake(
      found === undefined ? 'end'
        : FullWidth.test(found) ? 'fullWidth'
          : found === "'" ? 'singleQuote'
            : found === '/' ? 'comment'
              : kind,
      at);
  }
}
