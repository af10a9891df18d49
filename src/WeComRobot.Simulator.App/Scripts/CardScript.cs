using System;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes the parts of a card that are piped to New-WeComCard, and the card to Send-WeComCard.</summary>
internal static class CardScript
{
    public static string? TryWrite(CardMessage message, Uri webhook)
    {
        var card = message.Card!;
        var parts = PartsOf(card);
        if (!parts.All(CardPartScript.CanMake) || !MessageScript.AreSame(message, Make(card, parts)))
        {
            return null;
        }

        // A click that leads to a URL is shortest as the URL
        var url = card.Action is { AppId: null, PagePath: null } ? card.Action.Url : null;
        string[] commands = [.. parts.Where(part => url is null || part is not CardAction).Select(CardPartScript.Write)];
        var create = new CmdletCall("New-WeComCard")
            .At("Title", card.MainTitle!.Title).With("Description", card.MainTitle.Description).With("SubTitle", card.SubTitle).With("Action", url);
        var send = new CmdletCall("Send-WeComCard").To(webhook);
        return commands.Length == 0 ? $"{create} |\n    {send}" : $"{Pipeline.ListOf(commands)} | {create} |\n    {send}";
    }

    /// <summary>The message that the cmdlets make.</summary>
    private static Message Make(Card card, CardPart[] parts) => MessageCleaner.Clean(new CardMessage
    {
        Card = CardComposer.Compose(card.MainTitle!.Title, card.MainTitle.Description, card.SubTitle, parts.Select(CardPartScript.WithoutType)),
    });

    private static CardPart[] PartsOf(Card card)
    {
        CardPart?[] parts =
        [
            card.Source, card.Emphasis, card.Image, card.ImageText, card.Quote,
            .. card.Sections ?? [], .. card.Fields ?? [], .. card.Links ?? [], card.Action,
        ];
        return [.. parts.OfType<CardPart>()];
    }
}
