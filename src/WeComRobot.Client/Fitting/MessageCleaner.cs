using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Fitting;

/// <summary>Cleans the texts of messages, so that members read what a terminal would show.</summary>
internal static class MessageCleaner
{
    /// <summary>Cleans the content of a message, or the texts of its articles or card, and normalizes its mentions.</summary>
    public static Message Clean(Message message) => message switch
    {
        TextMessage { Text: { } text } => ((TextMessage)message) with { Text = MentionList.Normalize(text with { Content = CleanContent(text.Content) }) },
        MarkdownMessage { Markdown: { } body } => ((MarkdownMessage)message) with { Markdown = body with { Content = CleanContent(body.Content) } },
        MarkdownV2Message { Markdown: { } body } => ((MarkdownV2Message)message) with { Markdown = body with { Content = CleanContent(body.Content) } },
        NewsMessage { News: { } news } => new NewsMessage { News = news with { Articles = CleanEach(news.Articles, Clean) } },
        CardMessage { Card: { } card } => new CardMessage { Card = Clean(card) },
        _ => message,
    };

    /// <summary>Cleans the texts of an article.</summary>
    public static Article Clean(Article article) => article with { Title = Clean(article.Title), Description = Clean(article.Description) };

    private static Card Clean(Card card) => card with
    {
        Source = card.Source is { } source ? source with { Description = Clean(source.Description) } : null,
        MainTitle = card.MainTitle is { } title ? title with { Title = Clean(title.Title), Description = Clean(title.Description) } : null,
        Emphasis = card.Emphasis is { } emphasis ? emphasis with { Title = Clean(emphasis.Title), Description = Clean(emphasis.Description) } : null,
        ImageText = card.ImageText is { } image ? image with { Title = Clean(image.Title), Description = Clean(image.Description) } : null,
        Quote = card.Quote is { } quote ? quote with { Title = Clean(quote.Title), Text = Clean(quote.Text) } : null,
        SubTitle = Clean(card.SubTitle),
        Sections = CleanEach(card.Sections, section => section with { Title = Clean(section.Title), Description = Clean(section.Description) }),
        Fields = CleanEach(card.Fields, field => field with { Name = Clean(field.Name), Value = Clean(field.Value) }),
        Links = CleanEach(card.Links, link => link with { Title = Clean(link.Title) }),
    };

    /// <summary>Cleans each entry of a list. A null entry stays, so that the rules can name it.</summary>
    private static IReadOnlyList<T>? CleanEach<T>(IReadOnlyList<T>? list, System.Func<T, T> clean)
        where T : class => list?.Select(entry => entry is null ? null! : clean(entry)).ToArray();

    /// <summary>Cleans content. A line break at its end stays if there is nothing else to clean, so that the payload is unchanged.</summary>
    private static string? CleanContent(string? content)
    {
        var shown = content is null ? null : TerminalText.Render(content);
        var clean = Clean(shown);
        return clean?.Length > 0 && shown == clean + "\n" ? shown : clean;
    }

    private static string? Clean(string? text) => text is null ? null : TerminalText.Clean(text);
}
