using System.Linq;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>Says what to do about a refusal, in the words that fit it best.</summary>
internal sealed class Remedies(IMessageAdviser adviser)
{
    // What the adviser says of these errcodes fits only some of the mistakes that they stand for, or says no more than the rule
    private static readonly int[] BroadCodes =
    [
        ErrorCode.MediaType, ErrorCode.MessageType, ErrorCode.ImageSize, ErrorCode.InvalidParameter, ErrorCode.EmptyParameter,
        ErrorCode.CardUrl, ErrorCode.CardTitle, ErrorCode.CardFields, ErrorCode.CardSections, ErrorCode.CardLinks,
        ErrorCode.EmptyMedia, ErrorCode.EmptyContent, ErrorCode.TooManyArticles,
    ];

    // The same message may be accepted at another time, or at another address
    private static readonly int[] CodesOfTheRequest =
        [ErrorCode.MediaId, ErrorCode.RequirePost, ErrorCode.Frequency, ErrorCode.Concurrency, ErrorCode.WebhookUrl];

    /// <param name="refusal">A refusal by the service's rules.</param>
    /// <param name="advice">What the adviser says of the message.</param>
    /// <param name="texts">The texts of the page.</param>
    /// <returns>Null where the rule says it already.</returns>
    public string? For(Refusal refusal, MessageAdvice advice, PageTexts texts) =>
        IsMended(refusal, advice) ? texts[refusal.ByteLimit is null ? "remedy.fixed" : "remedy.inParts"]
        : IsExplained(refusal, advice) ? advice.Error
        : texts.Find($"remedy.{RuleText.NameOf(refusal)}") ?? (refusal.Expected is not null ? null : ForErrcode(refusal, texts));

    /// <summary>What the adviser says of the errcode, whatever the message.</summary>
    public string? ForErrcode(Refusal refusal, PageTexts texts) => adviser.GetRemedy(refusal.Code, refusal.Text, texts.Culture);

    /// <summary>Whether the adviser's tool would send the message in a way that the service accepts.</summary>
    private static bool IsMended(Refusal refusal, MessageAdvice advice) => advice.Script is not null && !CodesOfTheRequest.Contains(refusal.Code);

    /// <summary>Whether what the adviser says of this message helps more than what it says of the errcode.</summary>
    private static bool IsExplained(Refusal refusal, MessageAdvice advice) => advice.Error is not null && BroadCodes.Contains(refusal.Code);
}
