using System.Text;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>The <c>content</c> of text and Markdown is required and has a limit in UTF-8 bytes.</summary>
internal static class ContentRule
{
    // Inferred: content that is not a string counts as empty
    public static Refusal? Check(PayloadNode payload, int maxBytes) => payload.Text("content") switch
    {
        null => new Refusal(ErrorCode.EmptyContent) { Field = payload.Child("content").Path },
        var text when Encoding.UTF8.GetByteCount(text) > maxBytes => Refusal.TooLong(payload.Child("content").Path, maxBytes),
        _ => null,
    };
}
