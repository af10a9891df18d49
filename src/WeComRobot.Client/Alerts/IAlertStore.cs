using System;
using System.Collections.Generic;

namespace WeComRobot.Alerts;

/// <summary>
/// Where the alerts of robots are kept, for all processes that share it. A store that cannot be used throws an exception of
/// <see cref="State.StateFile.IsFileError"/>.
/// </summary>
internal interface IAlertStore
{
    /// <summary>What users should know, such as that a damaged file was moved aside, once; null if there is nothing.</summary>
    string? TakeTrouble();

    /// <summary>The books of all robots.</summary>
    IReadOnlyList<AlertBook> ReadAll();

    /// <summary>The book of a robot, as it was last written.</summary>
    AlertBook Read(string robot);

    /// <summary>Changes the book of a robot. Other processes see the old book or the new one, even after a crash.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="change">Returns the new book, or the same if nothing changes. It is short: others wait for it.</param>
    AlertBook Change(string robot, Func<AlertBook, AlertBook> change);

    /// <summary>Takes the turn to send what a key needs; null while another process has it. It ends with its process, too.</summary>
    IDisposable? TryTakeTurn(string robot, string key);
}
