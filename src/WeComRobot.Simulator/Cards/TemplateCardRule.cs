using System;
using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>msgtype template_card: the two parameter tables of the official page.</summary>
internal sealed class TemplateCardRule : IMessageRule
{
    public string MessageType => "template_card";

    public Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia) =>
        Check(payload) is { } refusal ? refusal : Judgement.Fits;

    private static Refusal? Check(Part card) => card.Text("card_type") switch
    {
        "text_notice" => TextNotice.Check(card),
        "news_notice" => NewsNotice.Check(card),
        _ => new Refusal(ErrorCode.CardType),
    };
}
