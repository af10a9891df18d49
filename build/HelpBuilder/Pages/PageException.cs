using System;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>A page violates PlatyPS's schema.</summary>
public sealed class PageException(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
