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
        var known = ErrorIds.Explain(new WeComException(FailureCause.NotSent, "Nothing was sent to ops.", "Plug it in."));
        Assert.Equal(("WeComNotSent", null, "Nothing was sent to ops.", "Plug it in."), (known.ErrorId, known.Code, known.Cause, known.Remedy));
        Assert.Equal(ErrorIds.Find("WeComNotSent")!.Meaning, known.Meaning);
    }

    [Theory]
    [InlineData("WeComRefused", "ops refused it with errcode 40008: invalid message type. No. Do.", 40008, null)]
    [InlineData("WeComRateLimited,X", "ops refused it with errcode 45033: api concurrent out of limit. No.", 45033, null)]
    [InlineData("WeComRateLimited", "ops asks to come back.", null, "ops asks to come back.")]
    [InlineData("WeComFileNotFound", "No file is found at '/tmp/errcode=45009.log'. Look.", null, "No file is found at '/tmp/errcode=45009.log'.")]
    public void A_code_is_read_from_an_errors_text_only_if_the_service_answers_one_there(string id, string text, int? code, string? cause)
    {
        var known = ErrorIds.Explain(id, text, "Look.")!;
        Assert.Equal((id.Split(',')[0], code), (known.ErrorId, known.Code));
        if (code is null)
        {
            Assert.Equal((cause, "Look."), (known.Cause, known.Remedy));
        }
    }

    [Fact]
    public void The_remedy_of_an_id_and_a_text_is_that_of_the_id_said_once()
    {
        var failure = new WeComException(FailureCause.NotSent, "Nothing was sent to ops.", Strings.NotSentRemedy);
        var known = ErrorIds.Explain(failure.ErrorId, failure.Message, null)!;
        Assert.Equal((failure.What, failure.Remedy), (known.Cause, known.Remedy));
        Assert.Null(ErrorIds.Explain("ItemNotFound", "WeComNotSent", null));
    }

    [Theory]
    [InlineData(FailureCause.NotSent, nameof(Strings.NotSentRemedy))]
    [InlineData(FailureCause.OutcomeUnknown, nameof(Strings.OutcomeUnknownRemedy))]
    [InlineData(FailureCause.UnexpectedAnswer, nameof(Strings.UnexpectedAnswerRemedy))]
    [InlineData(FailureCause.StateUnwritable, nameof(Strings.StateRemedy))]
    [InlineData(FailureCause.OutboxUnwritable, nameof(Strings.StateRemedy))]
    public void An_id_advises_in_the_words_of_its_errors(FailureCause cause, string remedy)
    {
        foreach (var culture in new[] { "en-US", "zh-CN" })
        {
            Assert.Equal(Strings.ResourceManager.GetString(remedy, new(culture)), InLanguage.Read(culture, () => ErrorIds.Find("WeCom" + cause)!.Remedy));
        }
    }

    [Fact]
    public void The_remedy_of_an_invalid_address_fits_names_and_proxies_too()
    {
        var remedy = ErrorIds.Explain(new WeComException(FailureCause.InvalidAddress, Strings.ProxyInvalid)).Remedy;
        Assert.StartsWith("Mend what the error names.", remedy);
    }

    [Fact]
    public void An_error_without_remedy_gets_that_of_its_id() => Assert.Equal(
        ErrorIds.Find("WeComInvalidMessage")!.Remedy, ErrorIds.Explain(new WeComException(FailureCause.InvalidMessage, "No.")).Remedy);
}
