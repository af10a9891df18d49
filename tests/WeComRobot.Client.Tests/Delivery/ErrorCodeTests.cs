using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Reference;
using WeComRobot.Media;
using WeComRobot.Reference;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>Every errcode of service.md#error-codes becomes an error with its cause, its meaning and what to do.</summary>
public class ErrorCodeTests
{
    [Theory]
    [MemberData(nameof(DocumentedErrorCodes.All), MemberType = typeof(DocumentedErrorCodes))]
    public async Task A_documented_code_is_explained(int code, FailureCause cause)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = code, ErrMsg = "some words" });
        Assert.Equal((cause, code, "some words"), (error.Cause, error.ErrorCode, error.ServerMessage));
        Assert.Contains($"errcode {code}", error.Message);
        Assert.Contains("some words", error.Message);
        Assert.Contains(robot.Address.ToString(), error.Message);
        Assert.EndsWith(error.Remedy, error.Message);
        Assert.NotEmpty(error.Remedy!);
        Assert.False(error.IsTimeout);
    }

    [Theory]
    [MemberData(nameof(DocumentedErrorCodes.All), MemberType = typeof(DocumentedErrorCodes))]
    public async Task The_error_and_the_reference_say_the_same_in_both_languages(int code, FailureCause cause)
    {
        await InLanguage.Read("en-US", () => SayTheSameAsync(code, cause));
        await InLanguage.Read("zh-CN", () => SayTheSameAsync(code, cause));
    }

    [Theory]
    [InlineData(99999)]
    [InlineData(-2)]
    public async Task An_unknown_code_is_said_to_be_unknown_with_a_way_to_learn_more(int code)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = code, ErrMsg = "some words" });
        Assert.Equal((FailureCause.Refused, code), (error.Cause, error.ErrorCode));
        Assert.Contains("some words", error.Message);
        Assert.Contains(ErrorCodes.Explain(code, "").Meaning, error.Message);
        Assert.Equal(ErrorCodes.Explain(code, "").Remedy, error.Remedy);
    }

    [Fact]
    public async Task An_unknown_key_is_a_refused_webhook_for_messages_and_for_files()
    {
        using var folder = new TestFolder();
        await using var robot = await SimulatedRobot.StartAsync();
        var stranger = WebhookAddress.Parse(robot.Server.Webhook("ffffffff-0000-4000-8000-ffffffffffff").AbsoluteUri);
        var send = await robot.FailAsync(robot.Client.SendAsync(stranger, Sample.Edited("text")));
        Assert.Equal((FailureCause.WebhookRefused, 93000), (send.Cause, send.ErrorCode));

        using var file = MediaFile.Open(folder.Write("a.txt", new byte[6]), default);
        var upload = await robot.FailAsync(robot.Client.UploadAsync(stranger, file));
        Assert.Equal((FailureCause.WebhookRefused, 40058, "invalid param 'key'"), (upload.Cause, upload.ErrorCode, upload.ServerMessage));
        Assert.Equal((send.Remedy, send.Remedy), (upload.Remedy, ErrorCodes.Explain(40058, upload.ServerMessage!).Remedy));
    }

    [Theory]
    [InlineData("markdown.content exceed max length 4096")]
    [InlineData("markdown_v2.content exceed max length 4096")]
    [InlineData("text.content exceed max length 2048")]
    public async Task The_other_meaning_of_40058_is_no_refused_webhook(string text)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = 40058, ErrMsg = text });
        Assert.Equal((FailureCause.Refused, text), (error.Cause, error.ServerMessage));
    }

    [Fact]
    public async Task Another_robots_media_is_refused_by_the_service()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(robot.SendAsync(Sample.Edited("file")));
        Assert.Equal(40007, error.ErrorCode);
        Assert.Contains("upload the file again", error.Remedy);
    }

    private static async Task SayTheSameAsync(int code, FailureCause cause)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = code });
        Assert.All(new[] { ErrorText.Explain(error.Message).Single(), ErrorCodes.Explain(code, error.ServerMessage!) }, info =>
        {
            Assert.Equal((code, error.Remedy), (info.Code, info.Remedy));
            Assert.Contains(info.Meaning, error.Message);
        });
        Assert.Equal("WeCom" + cause, error.ErrorId);
    }
}
