namespace WeComRobot.Reference;

/// <summary>What an error means and what to do about it, in the user's language.</summary>
public sealed record ErrorInfo
{
    /// <summary>The errcode; null for an error that has none.</summary>
    public int? Code { get; init; }

    /// <summary>The PowerShell error id, where an error record or an id was asked about; of a record that is not of this module, its own.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Whether it is an errcode or errmsg of the documents (group-robot-api.md, server-behaviour.md, wecom-faq.md), or an error of this module.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>What the service's errmsg begins with, where that is known. Decide by the code: the text may change.</summary>
    public string[] ErrorMessage { get; init; } = [];

    /// <summary>What it means; of an errcode, the same sentence stands in the error of a delivery.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The usual cause on a robot; of an error record without errcode, what happened. Null where unknown.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do; of an errcode or an error record, the same sentences end the error.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>Where it is documented, and where else to look.</summary>
    public DocumentLink[] Source { get; init; } = [];
}
