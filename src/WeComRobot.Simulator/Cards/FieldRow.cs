using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>A row of <c>horizontal_content_list</c>: a name and a value that may be a link, a file or a member.</summary>
internal static class FieldRow
{
    private const int Url = 1;
    private const int File = 2;
    private const int Member = 3;

    // The sample's media id is a placeholder: that it is there is demanded, that it lives is not
    public static Refusal? Check(Part row) =>
        row.Require("keyname", ErrorCode.CardFieldName)
        ?? row.Number("type", 0, Member, out var type)
        ?? Target(row, type)
        ?? row.Optional("value", "url", "media_id", "userid");

    private static Refusal? Target(Part row, int type) => type switch
    {
        Url => row.Require("url", ErrorCode.CardUrl),
        File => row.Require("media_id", ErrorCode.CardMediaId),
        Member => row.Require("userid", ErrorCode.CardUserId),
        _ => null,
    };
}
