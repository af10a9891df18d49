using System;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>A page is not written as PlatyPS' schema has it.</summary>
public sealed class PageException(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
