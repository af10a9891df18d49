using System;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Plain text, as logs, letters and notifications have it.</summary>
internal sealed class RandomText(Dice dice)
{
    private readonly RandomWords _words = new(dice);

    /// <summary>A text that is some times as long as the limit.</summary>
    public string Text(int limit)
    {
        var target = dice.Between(limit, limit * 5);
        var text = new StringBuilder(dice.Chance(5) ? "\n\n" : "");
        for (var bytes = 0; bytes < target;)
        {
            var line = Line(dice.Spread(4, limit * 2), limit);
            bytes += Encoding.UTF8.GetByteCount(line);
            text.Append(line).Append(LineEnd());
        }

        var newLine = dice.Chance(15) ? "\r\n" : "\n";
        var trimmed = dice.Chance(80) ? text.ToString().TrimEnd() : text.ToString();
        return LoneSurrogates.Sprinkle(trimmed, dice).Replace("\n", newLine);
    }

    private string Line(int target, int limit)
    {
        var line = new StringBuilder(dice.Between(0, 9) switch { 0 => "    ", 1 => "\t", 2 => "　　", _ => "" });
        var only = dice.Between(0, 9);
        for (var bytes = line.Length; bytes < target;)
        {
            var word = Word(only, limit) + (only < 2 ? "" : _words.Gap());
            bytes += Encoding.UTF8.GetByteCount(word);
            line.Append(word);
        }

        return line.ToString();
    }

    // Some lines have no place for a break but those between ideographs, or between signs
    private string Word(int only, int limit) => only switch
    {
        0 => _words.Chinese(),
        1 => dice.Chance(50) ? _words.LongWord(30) : "🇨🇳🇩🇪",
        _ when dice.Chance(3) => $"<@{_words.UserId()}>",
        _ when dice.Chance(1) && limit < 256 => _words.Tower(dice.Between(10, limit)),
        _ when dice.Chance(1) => " \u0301",
        _ => _words.Word(),
    };

    private string LineEnd() => dice.Between(0, 9) switch
    {
        < 6 => "\n",
        < 8 => "\n\n",
        8 => "\n \n",
        _ => "  \n",
    };
}
