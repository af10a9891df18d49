using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>Reads and writes the protocol of Redis, RESP 2.</summary>
/// <param name="stream">A connection, or its bytes.</param>
internal sealed class Resp(Stream stream)
{
    // Byte by byte from a socket would take a call of the system for each
    private readonly BufferedStream _received = new(stream);

    /// <summary>Writes a request: an array of strings.</summary>
    public async Task WriteAsync(IReadOnlyCollection<byte[]> words) => await stream.WriteAsync((byte[])[
        .. Encoding.ASCII.GetBytes($"*{words.Count}\r\n"),
        .. words.SelectMany(word => (byte[])[.. Encoding.ASCII.GetBytes($"${word.Length}\r\n"), .. word, .. "\r\n"u8])]);

    /// <summary>Reads a request.</summary>
    /// <exception cref="EndOfStreamException">The client is gone.</exception>
    public async Task<IReadOnlyList<byte[]>> ReadRequestAsync()
    {
        var words = new byte[await ReadHeadAsync('*')][];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = await ReadBytesAsync(await ReadHeadAsync('$'));
        }

        return words;
    }

    /// <summary>Reads an answer: a string, a number, an array of these, or null.</summary>
    /// <exception cref="RedisErrorException">The answer is an error.</exception>
    public async Task<object?> ReadAnswerAsync()
    {
        var line = await ReadLineAsync();
        return line[0] switch
        {
            '+' => line[1..],
            '-' => throw new RedisErrorException(line[1..]),
            ':' => long.Parse(line[1..]),
            '$' => line == "$-1" ? null : Encoding.UTF8.GetString(await ReadBytesAsync(int.Parse(line[1..]))),
            '*' => line == "*-1" ? null : await ReadAnswersAsync(int.Parse(line[1..])),
            _ => throw new InvalidDataException($"No answer of Redis: {line}"),
        };
    }

    private async Task<object?[]> ReadAnswersAsync(int count)
    {
        var answers = new object?[count];
        for (var i = 0; i < count; i++)
        {
            answers[i] = await ReadAnswerAsync();
        }

        return answers;
    }

    private async Task<int> ReadHeadAsync(char type)
    {
        var line = await ReadLineAsync();
        return line[0] == type ? int.Parse(line[1..]) : throw new InvalidDataException($"Not what a client of Redis sends: {line}");
    }

    private async Task<byte[]> ReadBytesAsync(int length)
    {
        var bytes = new byte[length + "\r\n".Length];
        await _received.ReadExactlyAsync(bytes);
        return bytes[..length];
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new List<byte>();
        var next = new byte[1];
        for (; next[0] != '\n'; line.Add(next[0]))
        {
            await _received.ReadExactlyAsync(next);
        }

        return Encoding.UTF8.GetString([.. line]).TrimEnd();
    }
}
