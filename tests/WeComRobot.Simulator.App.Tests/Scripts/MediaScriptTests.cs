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
            $"# image.jpg in the current folder must be the picture of this message: 32769 bytes, MD5 {Convert.ToHexStringLower(MD5.HashData(jpg))}\nSend-WeComImage './image.jpg' -Robot …",
            Payloads.Script(Payloads.Image(jpg)));
        Assert.StartsWith("Send-WeComImage -Bytes", Payloads.Script(Payloads.Image(Pictures.JpgOf(32 * 1024))));
        Assert.EndsWith("Send-WeComImage './image.png' -Robot …", Payloads.Script(Payloads.Image(Pictures.PngOf(50_000))));
    }

    [Fact]
    public void A_file_is_the_upload_with_a_comment_that_says_how_to_upload_it_again()
    {
        Assert.Equal(
            "# A media id lives three days, and serves only the robot that uploaded the file. To upload a file again: Send-WeComFile './name'\nSend-WeComFile -Media 'a''b' -Robot …",
            Payloads.Script(File));
        Assert.StartsWith("# media_id 三天内有效，", Payloads.Script(File, "zh-CN"));
        Assert.EndsWith("\nSend-WeComVoice -Media 'a''b' -Robot …", Payloads.Script(File.Replace("file", "voice")));
    }
}
