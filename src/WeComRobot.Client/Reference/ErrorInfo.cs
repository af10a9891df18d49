namespace WeComRobot.Reference;

/// <summary>What an error means and what to do about it, in the user's language.</summary>
public sealed record ErrorInfo
{
    /// <summary>The errcode; null for an error that has none.</summary>
    public int? Code { get; init; }

    /// <summary>The PowerShell error id, where an error record or an id was asked about.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Whether the documents know it (group-robot-api.md, server-behaviour.md, wecom-faq.md).</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>What the service's errmsg begins with, where that is known. Decide by the code: the text may change.</summary>
    public string[] ErrorMessage { get; init; } = [];

    /// <summary>What it means; the same sentence stands in the error of a delivery.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The usual cause on a robot; of an error record without errcode, what happened. Null where unknown.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do; the same sentences end the error of a delivery.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>Where it is documented, and where else to look.</summary>
    public DocumentLink[] Source { get; init; } = [];
}
