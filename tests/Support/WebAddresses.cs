using System.Collections.Generic;

namespace WeComRobot.Tests.Support;

/// <summary>Addresses as people write them. The simulator reads them in C# and in the page, by one rule.</summary>
public static class WebAddresses
{
    /// <summary>Those of the web, with what they are in full.</summary>
    public static IReadOnlyList<(string Written, string Address)> Links { get; } =
    [
        ("https://a.b", "https://a.b/"),
        ("HTTP://a.b:8080/c?d=e&f#g", "http://a.b:8080/c?d=e&f#g"),
        ("https:work.weixin.qq.com/api/doc", "https://work.weixin.qq.com/api/doc"),
        ("www.qq.com", "http://www.qq.com/"),
        ("www.qq.com:81/a?b", "http://www.qq.com:81/a?b"),
        ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
        ("http://[::1]/a", "http://[::1]/a"),
        ("https://a.b/中文(1)", "https://a.b/%E4%B8%AD%E6%96%87(1)"),
    ];

    /// <summary>Those that are none.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&#58;alert(1)", "java&#9;script:alert(1)", "&#1;javascript:alert(1)",
        "vbscript:x", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.c", "wxwork://a", "//a.b", "/a", "#a", "a", "https:", "https://",
        "http://javascript:alert(1)", "localhost:8080/a", "a@b.c", "",
    ];
}
