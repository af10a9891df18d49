using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Halves of surrogate pairs, as broken producers leave them; they arrive as U+FFFD.</summary>
internal static class LoneSurrogates
{
    /// <summary>The text, one time in twenty with some of them in it.</summary>
    public static string Sprinkle(string text, Dice dice)
    {
        if (text.Length == 0 || !dice.Chance(5))
        {
            return text;
        }

        var broken = new StringBuilder(text);
        for (var left = dice.Between(1, 3); left > 0; left--)
        {
            // Anywhere else it could take a line out of its list or table, and there is enough of that
            var position = dice.Between(1, broken.Length);
            if (char.IsLetter(broken[position - 1]))
            {
                broken.Insert(position, dice.Chance(50) ? '\ud83d' : '\ude00');
            }
        }

        return broken.ToString();
    }

    /// <summary>The text as UTF-8 carries it.</summary>
    public static string Replace(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
