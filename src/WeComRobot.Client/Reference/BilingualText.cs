namespace WeComRobot.Reference;

/// <summary>A text of the data files in both languages.</summary>
/// <param name="En">In English.</param>
/// <param name="Zh">In Chinese.</param>
internal sealed record BilingualText(string En, string Zh)
{
    /// <summary>In the user's language, by the same rule as all other texts: that of the resources.</summary>
    public override string ToString() => Strings.Language == "zh" ? Zh : En;
}
