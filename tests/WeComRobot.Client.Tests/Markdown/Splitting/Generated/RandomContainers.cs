using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Quotes and lists around other blocks.</summary>
/// <param name="dice">The chance.</param>
/// <param name="blocks">Makes a block's lines: of so many bytes, so many containers deep.</param>
internal sealed class RandomContainers(Dice dice, Func<int, int, List<string>> blocks)
{
    public List<string> Quote(int bytes, int depth)
    {
        var lines = Children(bytes, depth);

        // Without a blank behind it the mark would take one from lines that are indented
        var mark = lines.Exists(line => line.StartsWith(' ')) || dice.Chance(80) ? "> " : ">";
        return [.. lines.Select((line, i) => IsLazy(lines, i) ? line : (mark + line).TrimEnd(' '))];
    }

    public List<string> List(int bytes, int depth)
    {
        var isOrdered = dice.Chance(40);
        var sign = isOrdered ? dice.Pick(".", ")") : dice.Pick("-", "*", "+");
        var (number, isLoose, items) = (dice.Chance(70) ? 1 : dice.Between(0, 11), dice.Chance(30), dice.Between(1, 6));
        var lines = new List<string>();
        for (var item = 0; item < items; item++)
        {
            if (isLoose && item > 0)
            {
                lines.Add("");
            }

            lines.AddRange(Item((isOrdered ? $"{number + item}" : "") + sign, bytes / items, depth));
        }

        return lines;
    }

    private List<string> Item(string marker, int bytes, int depth)
    {
        var content = marker + new string(' ', dice.Chance(90) ? 1 : dice.Between(2, 3));
        var children = Children(bytes, depth);
        children[0] = children[0].TrimStart() is ['`' or '~', ..] fence ? fence : children[0];
        var indent = new string(' ', Indent(content.Length, children));
        return [.. children.Select((line, i) => i == 0 ? content + line : line.Length == 0 || IsLazy(children, i) ? line : indent + line)];
    }

    /// <summary>
    /// People indent what is in a bulleted item by two, three or four blanks. Not so where parsers differ: behind a marker that
    /// another one follows, below a number, and Markdig loses one of the blanks of code that is indented by three under a bullet.
    /// </summary>
    private int Indent(int content, List<string> children)
    {
        var isCode = children.Exists(line => line.Contains("```") || line.Contains("~~~") || line.Contains("     "));
        return content > 2 || !char.IsLetter(children[0][0]) ? content : isCode ? dice.Pick(2, 4) : dice.Pick(2, 3, 4);
    }

    private List<string> Children(int bytes, int depth)
    {
        var count = dice.Pick(1, 1, 1, 2, 3);
        var lines = new List<string>();
        for (var child = 0; child < count; child++)
        {
            var block = blocks(Math.Max(8, bytes / count), depth + 1);

            if (child > 0 && (Tables.Touch(lines, block) || IsTextBehindText(block) || dice.Chance(70)))
            {
                lines.Add("");
            }

            lines.AddRange(block);
        }

        return lines;
    }

    /// <summary>Indented code, a list that does not begin with 1 and an underlined heading would be text of a paragraph above them.</summary>
    private static bool IsTextBehindText(List<string> block) =>
        block[0][0] == ' ' || char.IsDigit(block[0][0]) || (block.Count == 2 && block[1].Trim('=', '-').Length == 0);

    /// <summary>A line of text may leave out what its paragraph's containers would put before it.</summary>
    private bool IsLazy(List<string> lines, int index) =>
        index > 0 && dice.Chance(5) && !lines[index].Contains('|') && lines[index].Length > 0 && char.IsLetter(lines[index][0])
            && lines[index - 1].Length > 0 && char.IsLetter(lines[index - 1][0]);
}
