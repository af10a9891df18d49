using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>service.md#file-names: raw UTF-8 in filename="…"; quotes, backslashes, CR and LF never in the header.</summary>
public sealed class UploadNameTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string> Plain =>
    [
        "wework.txt", "测试.txt", "报表 🙂👩‍👩‍👧‍👦.xlsx", "a;b=c,d's (1)%20#é.txt", "noextension", "." + new string('中', 254), new string('a', 255),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task A_name_stands_raw_in_its_header(string name)
    {
        using var file = Open(name);
        Assert.Equal(name, file.Name);
        Assert.Equal($"Content-Disposition: form-data; name=\"media\";filename=\"{name}\"; filelength=6", await DispositionAsync(file));
    }

    [Theory]
    [InlineData("say \"hi\".txt", "say hi.txt")]
    [InlineData("C:\\temp\\a.txt", "C:tempa.txt")]
    [InlineData("a\r\nX-Header: b.txt", "aX-Header: b.txt")]
    [InlineData("tab\tnul\0del\u007Fnel\u0085.txt", "tabnuldelnel.txt")]
    public async Task What_a_header_cannot_carry_is_replaced(string name, string kept)
    {
        using var file = Open(name);
        Assert.Equal(name, file.WantedName);
        Assert.Equal(name.Length, file.Name.Length);
        Assert.Equal(kept, file.Name.Replace("_", ""));
        Assert.Equal($"Content-Disposition: form-data; name=\"media\";filename=\"{file.Name}\"; filelength=6", await DispositionAsync(file));
    }

    [Fact]
    public void Without_a_name_the_files_own_is_shown()
    {
        using var file = MediaFile.Open(_folder.Write("测试 🙂.txt", new byte[6]), MediaType.File);
        Assert.Equal("测试 🙂.txt", file.Name);
    }

    [Fact]
    public void An_empty_name_is_refused()
    {
        var error = Assert.Throws<WeComException>(() => Open(""));
        Assert.Equal(FailureCause.InvalidMedia, error.Cause);
        Assert.Contains("name", error.Message);
    }

    private MediaFile Open(string name) => MediaFile.Open(_folder.Write("content", [.. "mytext"u8]), MediaType.File, name);

    private static async Task<string> DispositionAsync(MediaFile file)
    {
        using var body = new UploadContent(file, "b", _ => { });
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await body.ReadAsByteArrayAsync());
        var head = text.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.Equal(3, head.Length);
        return head.Single(line => line.StartsWith("Content-Disposition", StringComparison.Ordinal));
    }
}
