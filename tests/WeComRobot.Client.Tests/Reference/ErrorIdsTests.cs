using System;
using System.Linq;
using WeComRobot.Reference;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

public class ErrorIdsTests
{
    public static TheoryData<FailureCause> Causes => [.. Enum.GetValues<FailureCause>()];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_error_id_is_explained_in_whole_sentences_of_both_languages(FailureCause cause)
    {
        foreach (var (culture, stop) in new[] { ("en-US", "."), ("zh-CN", "。") })
        {
            var known = InLanguage.Read(culture, () => ErrorIds.Find("WeCom" + cause))!;
            Assert.Equal(("WeCom" + cause, true), (known.ErrorId, known.IsKnown));
            Assert.All([known.Meaning, known.Remedy], text => Assert.EndsWith(stop, text));
        }
    }

    [Fact]
    public void Each_is_listed_once() =>
        Assert.Equal(Enum.GetNames<FailureCause>().Select(name => "WeCom" + name).Order(), ErrorIds.All.Select(known => known.ErrorId).Order());

    [Fact]
    public void An_error_without_errcode_says_what_happened_and_keeps_its_own_remedy()
    {
        var known = ErrorIds.Of(new WeComException(FailureCause.NotSent, "Nothing was sent to ops.", "Plug it in."));
        Assert.Equal(("WeComNotSent", null, "Nothing was sent to ops.", "Plug it in."), (known.ErrorId, known.Code, known.Cause, known.Remedy));
        Assert.Equal(ErrorIds.Find("WeComNotSent")!.Meaning, known.Meaning);
    }

    [Fact]
    public void An_error_without_remedy_gets_that_of_its_id() => Assert.Equal(
        ErrorIds.Find("WeComInvalidMessage")!.Remedy, ErrorIds.Of(new WeComException(FailureCause.InvalidMessage, "No.")).Remedy);
}
