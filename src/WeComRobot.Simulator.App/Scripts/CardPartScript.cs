using System;
using System.Globalization;
using System.Linq;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes the calls that make the parts of a card.</summary>
internal static class CardPartScript
{
    // What a double, which a number is without a mark, certainly keeps
    private const int MaxDigits = 15;

    /// <summary>Whether a cmdlet takes these arguments together. Whether it makes the same type number is seen from its result.</summary>
    public static bool CanMake(CardPart part) => part switch
    {
        CardJump jump => AreGiven(jump.Url, jump.AppId, jump.PagePath) && (jump.PagePath is null || (jump.Url ?? jump.AppId) is not null),
        CardField field => AreGiven(field.Url, field.MediaId, field.UserId) && Count(field.Url, field.MediaId, field.UserId) <= 1,
        _ => true,
    };

    /// <summary>The part before its type number follows from what it opens.</summary>
    public static CardPart WithoutType(CardPart part) => part switch
    {
        CardJump jump => jump with { Type = null },
        CardField field => field with { Type = null },
        _ => part,
    };

    public static string Write(CardPart part) => (part switch
    {
        CardSource source => Call(part).At("Description", source.Description).With("IconUrl", source.IconUrl).WithExpression("Color", source.Color?.ToString()),
        CardEmphasis emphasis => Call(part).At("Title", emphasis.Title).At("Description", emphasis.Description),
        CardImage image => Call(part).At("Url", image.Url).WithExpression("AspectRatio", image.AspectRatio is { } ratio ? Number(ratio) : null),
        CardImageText area => Jump(Call(part).At("ImageUrl", area.ImageUrl).With("Title", area.Title).With("Description", area.Description), area),
        CardQuote quote => Jump(Call(part).At("Text", quote.Text).With("Title", quote.Title), quote),
        CardSection section => Call(part).At("Title", section.Title).At("Description", section.Description),
        CardField field => Call(part).At("Name", field.Name).At("Value", field.Value)
            .With("Url", field.Url).With("Media", field.MediaId).With("UserId", field.UserId),
        CardLink link => Jump(Call(part).At("Title", link.Title).At("Url", link.Url), link with { Url = null }),
        CardAction action => Jump(Call(part), action),
        _ => throw new ArgumentException(part.GetType().Name),
    }).ToString();

    private static CmdletCall Call(CardPart part) => new($"New-WeCom{part.GetType().Name}");

    private static CmdletCall Jump(CmdletCall call, CardJump target) =>
        call.With("Url", target.Url).With("AppId", target.AppId).With("PagePath", target.PagePath);

    /// <summary>Whether no argument is empty, which the cmdlets would refuse.</summary>
    private static bool AreGiven(params string?[] arguments) => !arguments.Contains("");

    private static int Count(params string?[] arguments) => arguments.Count(argument => argument is not null);

    /// <summary>A long one is marked as a decimal: PowerShell would round it.</summary>
    private static string Number(decimal value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return digits.Length > MaxDigits ? digits + "d" : digits;
    }
}
