using System;
using System.Text;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>One call of a cmdlet. Arguments that are null are left out.</summary>
internal sealed class CmdletCall(string cmdlet)
{
    private readonly StringBuilder _text = new(cmdlet);
    private bool _mayOmitName = true;

    /// <summary>Adds a text by its position, or by name after one that was left out.</summary>
    public CmdletCall At(string parameter, string? value)
    {
        if (value is null)
        {
            _mayOmitName = false;
            return this;
        }

        return _mayOmitName ? Append(Literal.Of(value)) : With(parameter, value);
    }

    /// <summary>Adds a text by the name of its parameter.</summary>
    public CmdletCall With(string parameter, string? value) => WithExpression(parameter, value is null ? null : Literal.Of(value));

    /// <summary>Adds an argument that is no text.</summary>
    public CmdletCall WithExpression(string parameter, string? expression) => expression is null ? this : Append($"-{parameter} {expression}");

    /// <summary>Adds a switch if it is on.</summary>
    public CmdletCall Switch(string parameter, bool isOn) => isOn ? Append($"-{parameter}") : this;

    /// <summary>Adds the robot.</summary>
    public CmdletCall To(Uri webhook) =>
        Switch("AllowHttp", webhook.Scheme == Uri.UriSchemeHttp && !webhook.IsLoopback).With("Robot", webhook.AbsoluteUri);

    /// <summary>The call as a line of a script.</summary>
    public override string ToString() => _text.ToString();

    private CmdletCall Append(string argument)
    {
        _text.Append(' ').Append(argument);
        return this;
    }
}
