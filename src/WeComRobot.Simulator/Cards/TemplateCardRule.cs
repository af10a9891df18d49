using System;
using System.Collections.Generic;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>msgtype template_card, by the two parameter tables of the official page.</summary>
internal sealed class TemplateCardRule : IMessageRule
{
    public string MessageType => "template_card";

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia) =>
        CheckCard(payload) is { } refusal ? refusal : RuleResult.Accepted;

    public IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media) =>
    [
        .. CommonElements.Measure(payload),
        .. payload.Text("card_type") == "news_notice" ? NewsNotice.Measure(payload) : [],
    ];

    private static Refusal? CheckCard(PayloadNode card) => card.Text("card_type") switch
    {
        "text_notice" => TextNotice.Check(card),
        "news_notice" => NewsNotice.Check(card),
        _ => new Refusal(ErrorCode.CardType) { Field = card.Child("card_type").Path },
    };
}
