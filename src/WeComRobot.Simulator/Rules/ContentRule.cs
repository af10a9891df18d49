using System.Text;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>The <c>content</c> of text and Markdown: there, and not over its limit of UTF-8 bytes.</summary>
internal static class ContentRule
{
    // Inferred: content of another kind than a string is no content
    public static Refusal? Check(Part payload, int limit) => payload.Text("content") switch
    {
        null => new Refusal(ErrorCode.EmptyContent),
        var text when Encoding.UTF8.GetByteCount(text) > limit => Refusal.TooLong(payload.Child("content").Path, limit),
        _ => null,
    };
}
