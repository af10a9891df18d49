namespace WeComRobot.Reference;

/// <summary>What an error means and what to do about it, in the user's language.</summary>
public sealed record ErrorInfo
{
    /// <summary>The errcode; null for an error that has none.</summary>
    public int? Code { get; init; }

    /// <summary>The error id, if an error or an id was asked about. A foreign error has its own.</summary>
    public string? ErrorId { get; init; }

    /// <summary>
    /// Whether it is an errcode or errmsg of the documents (service.md#error-codes, service.md#group-chats), or an error of WeComRobot.
    /// </summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>What the service's errmsg begins with, if that is known. Decide by the code: the text may change.</summary>
    public string[] ErrorMessage { get; init; } = [];

    /// <summary>What it means. The error of a delivery has the same sentence about its errcode.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The usual cause of an errcode, or what happened; null when unknown.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do. The error ends with the same sentences.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>Where it is documented, and where else to look.</summary>
    public DocumentLink[] Source { get; init; } = [];
}
