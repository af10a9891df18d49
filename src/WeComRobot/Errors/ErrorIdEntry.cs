using System.Text.Json.Serialization;
using WeComRobot.Reference;

namespace WeComRobot.Errors;

/// <summary>A cause in error-ids.json.</summary>
/// <param name="Cause">The cause, which is the end of the error id.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do about it. Defaults to the advice that the library gives with every error of the cause.</param>
internal sealed record ErrorIdEntry(FailureCause Cause, BilingualText Meaning, BilingualText? Remedy = null)
{
    public string Id => "WeCom" + Cause;

    public string RemedyText => Remedy?.ToString() ?? Cause switch
    {
        FailureCause.NotSent => Strings.NotSentRemedy,
        FailureCause.OutcomeUnknown => Strings.OutcomeUnknownRemedy,
        FailureCause.UnexpectedAnswer => Strings.UnexpectedAnswerRemedy,
        _ => Strings.StateRemedy,
    };

    public ErrorInfo InUserLanguage => new() { ErrorId = Id, Meaning = Meaning.ToString(), Remedy = RemedyText };
}

/// <summary>The serializer of error-ids.json, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErrorIdEntry[]))]
internal sealed partial class ErrorIdJsonContext : JsonSerializerContext;
