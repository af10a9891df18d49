using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Views;

/// <summary>Draws a card as text, in the order in which the chat shows it. Lines may be long, so they have a border at the left only.</summary>
public static class CardView
{
    /// <summary>The card over several lines.</summary>
    public static string Render(Card card)
    {
        var lines = Sections(card).Where(s => s.Length > 0).Aggregate((above, below) => [.. above, "", .. below]);
        return string.Join(Environment.NewLine, [$"╭─ {card.CardType}", .. lines.Select(l => ("│ " + l).TrimEnd()), $"╰─ {Target(card.Action)}"]);
    }

    private static IEnumerable<string[]> Sections(Card card) =>
    [
        Filled(card.Source?.Description),
        Filled(card.Image is null ? null : $"[{card.Image.Url}]"),
        Filled(card.MainTitle?.Title, card.MainTitle?.Description),
        Filled(card.Emphasis?.Title, card.Emphasis?.Description),
        card.ImageText is { } area ? Filled($"[{area.ImageUrl}]", area.Title, area.Description) : [],
        card.Quote is { } quote ? [.. Filled(quote.Title, quote.Text).Select(l => "▌ " + l)] : [],
        Filled(card.SubTitle),
        .. (card.Sections ?? []).Select(s => Filled(s.Title, s.Description)),
        [.. (card.Fields ?? []).Select(f => Joined(Joined($"{f.Name}:", " ", f.Value), " → ", Opens(f)))],
        [.. (card.Links ?? []).Select(l => Joined(l.Title, " › ", Target(l)))],
    ];

    private static string[] Filled(params string?[] texts) =>
        [.. texts.Where(t => !string.IsNullOrEmpty(t)).SelectMany(t => t!.Split('\n'))];

    private static string Joined(string? left, string between, string? right) =>
        string.IsNullOrEmpty(right) ? left ?? "" : left + between + right;

    private static string? Opens(CardField field) => field.Type switch
    {
        CardField.ToUrl => field.Url,
        CardField.ToFile => "📎",
        CardField.ToMember => "@" + field.UserId,
        _ => null,
    };

    private static string Target(CardJump? jump) => jump?.Type switch
    {
        CardJump.ToUrl => jump.Url ?? "",
        CardJump.ToMiniProgram => $"{jump.AppId} {jump.PagePath}".TrimEnd(),
        _ => "",
    };
}
