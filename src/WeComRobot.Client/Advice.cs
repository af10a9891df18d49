using System;

namespace WeComRobot;

/// <summary>
/// Advice at the end of errors and warnings. A program that uses the library can put it in words of its own: it can name a command
/// where the library knows only messages.
/// </summary>
internal static class Advice
{
    /// <summary>Finds the program's own words by the name of the advice; null when it has none.</summary>
    public static Func<string, string?> OwnWords { get; set; } = _ => null;

    /// <param name="name">The name of the string.</param>
    public static string Get(string name) => OwnWords(name) ?? Strings.ResourceManager.GetString(name, Strings.Culture)!;
}
