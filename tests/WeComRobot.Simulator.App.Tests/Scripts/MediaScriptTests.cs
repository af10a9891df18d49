using System;
using System.Security.Cryptography;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>The scripts of images, files and voices.</summary>
public sealed class MediaScriptTests
{
    private const string File = """{"msgtype":"file","file":{"media_id":"a'b"}}""";

    [Fact]
    public void A_small_image_is_in_the_script() => Assert.Equal(
        $"Send-WeComImage -Bytes ([Convert]::FromBase64String('{Convert.ToBase64String(Pictures.Png)}')) -Robot …", Payloads.Script(Payloads.Image(Pictures.Png)));

    [Fact]
    public void A_large_image_is_a_file_that_must_be_there()
    {
        var jpg = Pictures.JpgOf(32 * 1024 + 1);

        Assert.Equal(
            $"# Save the picture of this message as image.jpg in the current folder: 32769 bytes, MD5 {Convert.ToHexStringLower(MD5.HashData(jpg))}\nSend-WeComImage './image.jpg' -Robot …",
            Payloads.Script(Payloads.Image(jpg)));
        Assert.StartsWith("Send-WeComImage -Bytes", Payloads.Script(Payloads.Image(Pictures.JpgOf(32 * 1024))));
        Assert.EndsWith("Send-WeComImage './image.png' -Robot …", Payloads.Script(Payloads.Image(Pictures.PngOf(50_000))));
    }

    [Theory]
    [InlineData("日报.txt", "./日报.txt'")]
    [InlineData("it's.txt", "./it''s.txt'")]
    [InlineData("report[1]?.txt", "./report_1__.txt' -Name 'report[1]?.txt'")]
    [InlineData("../a\nexit.txt", "./.._a_exit.txt' -Name \"../a`nexit.txt\"")]
    public void A_file_whose_name_is_known_must_be_there(string name, string arguments)
    {
        var lines = Payloads.Script(File, fileName: name)!.Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Matches(@"\A# Put \S+ into the current folder first\. Each upload gets a media id of its own\z", lines[0]);
        Assert.Equal($"Send-WeComFile '{arguments} -Robot …", lines[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("..")]
    public void A_file_without_a_name_is_the_upload_with_a_comment_that_says_how_to_upload_it_again(string? name)
    {
        Assert.Equal(
            "# A media id lives three days, and serves only the robot that uploaded the file. To upload a file again: Send-WeComFile './name'\nSend-WeComFile -Media 'a''b' -Robot …",
            Payloads.Script(File, fileName: name));
        Assert.StartsWith("# media_id 三天内有效，", Payloads.Script(File, "zh-CN", name));
        Assert.EndsWith("\nSend-WeComVoice -Media 'a''b' -Robot …", Payloads.Script(File.Replace("file", "voice"), fileName: name));
    }
}
