using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The target of a click: none (0), a URL (1) or a mini program (2).</summary>
internal static class ClickTarget
{
    private const int Url = 1;
    private const int MiniProgram = 2;

    public static Refusal? Check(PayloadNode node) =>
        node.CheckInteger("type", 0, MiniProgram, out var type)
        ?? (type == Url ? node.RequireText("url", ErrorCode.CardUrl) : null)
        ?? (type == MiniProgram ? node.RequireText("appid", ErrorCode.CardAppId) : null)
        ?? node.CheckTexts("url", "appid", "pagepath");
}
