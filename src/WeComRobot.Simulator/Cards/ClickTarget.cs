using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>What a click leads to: nothing (0), a url (1) or a mini program (2).</summary>
internal static class ClickTarget
{
    private const int Url = 1;
    private const int MiniProgram = 2;

    public static Refusal? Check(Part part) =>
        part.Number("type", 0, MiniProgram, out var type)
        ?? (type == Url ? part.Require("url", ErrorCode.CardUrl) : null)
        ?? (type == MiniProgram ? part.Require("appid", ErrorCode.CardAppId) : null)
        ?? part.Optional("url", "appid", "pagepath");
}
