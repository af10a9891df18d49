using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace WeComRobot.Text;

/// <summary>
/// The class of each code point. It is read from graphemes.txt and not asked of .NET, whose data differ: Windows PowerShell knows no
/// emoji, and each version of PowerShell 7 has another version of Unicode.
/// </summary>
internal static class GraphemeTable
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int ClosingLetters = 28;
    private const int LastCodePoint = 0x10FFFF;

    private const int BlockLength = 256;

    /// <summary>The class of a code point.</summary>
    public static GraphemeClass GetClass(int codePoint)
    {
        if (codePoint is >= ' ' and < 0x7F or >= 0x3400 and < 0xA66F)
        {
            // ASCII and ideographs
            return GraphemeClass.Other;
        }

        if (codePoint is '\r' or '\n')
        {
            return GraphemeClass.Control;
        }

        if (codePoint is >= FirstSyllable and <= LastSyllable)
        {
            return (codePoint - FirstSyllable) % ClosingLetters == 0 ? GraphemeClass.LV : GraphemeClass.LVT;
        }

        return Table.Blocks[codePoint / BlockLength] is { } block ? block[codePoint % BlockLength] : GraphemeClass.Other;
    }

    /// <summary>Reads the table: each line is a class and its ranges, in hex.</summary>
    private static GraphemeClass[]?[] Read()
    {
        using var data = new StreamReader(typeof(GraphemeTable).Assembly.GetManifestResourceStream("WeComRobot.Text.graphemes.txt")!);
        var blocks = new GraphemeClass[]?[(LastCodePoint / BlockLength) + 1];
        while (data.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "#")
            {
                continue;
            }

            var kind = (GraphemeClass)Enum.Parse(typeof(GraphemeClass), words[0], ignoreCase: true);
            foreach (var ends in words.Skip(1).Select(range => range.Split('-')))
            {
                for (var codePoint = CodePoint(ends[0]); codePoint <= CodePoint(ends[ends.Length - 1]); codePoint++)
                {
                    (blocks[codePoint / BlockLength] ??= new GraphemeClass[BlockLength])[codePoint % BlockLength] = kind;
                }
            }
        }

        return blocks;
    }

    private static int CodePoint(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // The table is read when it is first needed: most text is ASCII and ideographs
    private static class Table
    {
        // A block for each 256 code points, if one of them has a class
        public static readonly GraphemeClass[]?[] Blocks = Read();
    }
}
