namespace WeComRobot.Reference;

/// <summary>A document, or a section of one.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is; null when the documents give no address.</param>
public sealed record DocumentLink(string Title, string? Url)
{
    /// <summary>The title, and the address if there is one.</summary>
    public override string ToString() => Url is null ? Title : $"{Title} <{Url}>";
}

/// <summary>A link in the data files.</summary>
internal sealed record LinkEntry(BilingualText Title, string? Url = null)
{
    public DocumentLink InUserLanguage => new(Title.ToString(), Url);
}
