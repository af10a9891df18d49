using System;

namespace WeComRobot;

/// <summary>
/// Advice at the end of errors and warnings. A program that uses the library can replace it by its own words, which can name a command
/// where the library knows only messages.
/// </summary>
internal static class Advice
{
    /// <summary>Returns the program's own words, given the name of the advice; null if it has none.</summary>
    public static Func<string, string?> OwnWords { get; set; } = _ => null;

    /// <param name="name">The name of the text in <see cref="Strings"/>.</param>
    public static string Get(string name) => OwnWords(name) ?? Strings.ResourceManager.GetString(name, Strings.Culture)!;
}
