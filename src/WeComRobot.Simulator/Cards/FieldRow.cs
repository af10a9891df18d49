using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>A row of <c>horizontal_content_list</c>: a name, and a value that can be a link, a file or a member.</summary>
internal static class FieldRow
{
    private const int Url = 1;
    private const int File = 2;
    private const int Member = 3;

    // Any media_id passes, as the one in the official sample is a placeholder
    public static Refusal? Check(PayloadNode row) =>
        row.RequireText("keyname", ErrorCode.CardFieldName)
        ?? row.CheckInteger("type", 0, Member, out var type)
        ?? Target(row, type)
        ?? row.CheckTexts("value", "url", "media_id", "userid");

    private static Refusal? Target(PayloadNode row, int type) => type switch
    {
        Url => row.RequireText("url", ErrorCode.CardUrl),
        File => row.RequireText("media_id", ErrorCode.CardMediaId),
        Member => row.RequireText("userid", ErrorCode.CardUserId),
        _ => null,
    };
}
