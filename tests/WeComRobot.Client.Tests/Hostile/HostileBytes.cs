using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace WeComRobot.Client.Tests.Hostile;

/// <summary>What may stand in a file of the state folder that something else wrote, or half wrote.</summary>
internal static class HostileBytes
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e308", "-1e308", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "0.5", "NaN",
        "\"\"", "\"x\"", "\"NaN\"", "\"99999.23:59:59\"", "\"-00:01:00\"", "\"00:00:00\"", "\"9999-12-31T23:59:59.9999999+14:00\"",
        "\"0001-01-01T00:00:00Z\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[null]", "{}", "{\"a\":{\"b\":[1,2,3]}}", "[[[[[[[[]]]]]]]]",
    ];

    private static readonly long[] Numbers =
        [0, 1, -1, 2, 20, 1000, 1001, int.MaxValue, int.MinValue, (long)int.MaxValue + 1, long.MaxValue, long.MinValue, long.MaxValue / 40, -long.MaxValue / 40];

    /// <summary>One of many ways to spoil a good file.</summary>
    /// <param name="good">The file.</param>
    /// <param name="random">Chooses the way.</param>
    public static byte[] From(byte[] good, Random random) => random.Next(14) switch
    {
        0 => Noise(random, random.Next(3000)),
        1 => good[..random.Next(good.Length)],
        2 or 3 => Flipped(good, random),
        4 => [0xEF, 0xBB, 0xBF, .. good],
        5 => [.. good, .. Noise(random, 200)],
        6 => Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)] + "\n"),
        7 => Encoding.ASCII.GetBytes(new string(random.Next(2) == 0 ? '[' : '{', random.Next(1, 20_000)) + "\n"),
        8 when IsJson(good) => Stuffed(good, random),
        9 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(good)),
        _ => IsJson(good) ? Changed(good, random) : WithChangedNumbers(good, random),
    };

    private static bool IsJson(byte[] good) => good[0] is (byte)'{' or (byte)'[';

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flipped(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        for (var flips = random.Next(1, 9); flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    /// <summary>One to three of the 64-bit numbers that a binary file consists of are others.</summary>
    private static byte[] WithChangedNumbers(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        var numbers = MemoryMarshal.Cast<byte, long>(bytes.AsSpan());
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            numbers[random.Next(numbers.Length)] = Numbers[random.Next(Numbers.Length)];
        }

        return bytes;
    }

    /// <summary>The values of one to three places are others.</summary>
    private static byte[] Changed(byte[] good, Random random)
    {
        var root = JsonNode.Parse(good)!;
        var text = root.ToJsonString();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            // Marked and put in as text, for not every value is one that a JSON writer would write
            var places = Places(root).ToArray();
            if (places.Length > 0)
            {
                places[random.Next(places.Length)]("@here@");
                text = root.ToJsonString();
            }
        }

        return Encoding.UTF8.GetBytes(text.Replace("\"@here@\"", Values[random.Next(Values.Length)]) + "\n");
    }

    /// <summary>A list with far too much in it, or a value far too long.</summary>
    private static byte[] Stuffed(byte[] good, Random random)
    {
        var many = random.Next(40) == 0 ? 1_000_000 : random.Next(1, 3000);
        var value = random.Next(3) switch
        {
            0 => "[" + string.Join(",", Enumerable.Repeat("0", many)) + "]",
            1 => "[" + string.Join(",", Enumerable.Repeat("{}", many)) + "]",
            _ => "\"" + new string('y', many) + "\"",
        };
        var root = JsonNode.Parse(good)!;
        var places = Places(root).ToArray();
        places[random.Next(places.Length)]("@here@");
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace("\"@here@\"", value) + "\n");
    }

    /// <summary>Sets the value of each place in turn.</summary>
    private static IEnumerable<Action<string>> Places(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(pair => pair.Key).ToArray().SelectMany(key => Places(map[key]).Prepend(value => map[key] = value)),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => Places(list[i]).Prepend(value => list[i] = value)),
        _ => [],
    };
}
