using System;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Words of all the scripts that meet in a group chat, and of all the signs that must not be cut.</summary>
internal sealed class RandomWords(Dice dice)
{
    private const string Common = "服务器磁盘使用率告警构建失败请相关同事注意今日天气大部分多云降雨概率新增用户反馈例发布完成回滚数据库主从延迟秒";

    private static readonly string[] Latin =
    [
        "build", "failed", "on", "main", "the", "disk", "usage", "is", "above", "WeCom", "PowerShell", "deploy", "rollback",
        "internationalisation", "don't", "e.g.", "naïve", "Straße", "x86-64", "C#", "A/B", "well-known",
    ];

    private static readonly string[] Numbers = ["29%", "3.14", "10:30", "2025-06-04", "1.2.3", "￥99", "-5℃", "1,024", "#42", "0x7f", "№7"];

    // A family joined by ZWJ, flags, skin tones, keycaps, variation selectors, a flag of tags, and two that are just wide
    private static readonly string[] Emoji =
    [
        "👨‍👩‍👧‍👦", "👩🏽‍💻", "🏳️‍🌈", "🇨🇳", "🇩🇪🇫🇷", "👍🏿", "🤝🏻", "1️⃣", "#️⃣", "❤️", "⚠️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🎉", "🔥",
    ];

    // Decomposed letters, several marks on one, an enclosing mark, and Hangul in its parts
    private static readonly string[] Combined = ["e\u0301te\u0301", "a\u0323\u0308", "n\u0303o", "Z\u0335\u0321\u0351\u034A", "5\u20DD", "\u1112\u1161\u11AB"];

    private static readonly string[] Endings = ["。", "！", "？", "…", "……", ".", "!", "?", "。”", ".)", "；", ";"];

    public string Word() => dice.Between(0, 99) switch
    {
        < 38 => Chinese(),
        < 70 => dice.Pick(Latin),
        < 78 => dice.Pick(Numbers),
        < 86 => dice.Pick(Emoji),
        < 91 => dice.Pick(Combined),
        < 93 => Url(),
        < 95 => "\"" + dice.Pick(Latin) + "\"",
        < 98 => "(" + dice.Pick(Latin) + ")",
        _ => LongWord(dice.Between(20, 60)),
    };

    public string Ideographs()
    {
        var run = new StringBuilder();
        for (var left = dice.Between(1, 10); left > 0; left--)
        {
            run.Append(dice.Pick(Common));
        }

        return run.ToString();
    }

    public string Chinese()
    {
        var run = Ideographs();
        return dice.Between(0, 19) switch
        {
            0 => $"（{run}）",
            1 => $"《{run}》",
            2 => $"【{run}】",
            3 => $"“{run}”",
            < 9 => run + dice.Pick("，、：；"),
            _ => run,
        };
    }

    public string Url() => "https://" + dice.Pick("ci.example.com", "work.weixin.qq.com", "例子.中国") + "/" + dice.Pick("a", "build/" + dice.Between(1, 9999), "图/p_1.png");

    public string UserId() => dice.Pick("wangqing", "zhang_san", "li.si@corp", "u" + dice.Between(1, 999));

    public string LongWord(int length)
    {
        var word = new StringBuilder();
        while (word.Length < length)
        {
            word.Append((char)('a' + dice.Between(0, 25)));
        }

        return word.ToString();
    }

    /// <summary>One letter with so many marks above it: a single sign that may be longer than a part.</summary>
    public string Tower(int marks) => "Z" + string.Concat(Array.ConvertAll(new int[marks], _ => (char)dice.Between(0x300, 0x36F)));

    /// <summary>What follows a word: mostly a blank, nothing or the end of a sentence.</summary>
    public string Gap() => dice.Between(0, 19) switch
    {
        < 9 => " ",
        < 16 => "",
        16 => ", ",
        17 => dice.Pick(Endings),
        _ => dice.Pick(Endings) + " ",
    };
}
