using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>The floors of the library: a room rests on the floors below its own, and knows nothing of its neighbours.</summary>
internal static class House
{
    private static readonly string[][] Floors =
    [
        [""], // the root
        ["Compat"],
        ["State"],
        ["Messages", "Text", "Media", "Robots", "RateLimiting", "Reference"],
        ["Markdown"],
        ["Http", "Fitting"],
        ["Delivery"],
        ["Outbox"],
        ["Alerts"],
        ["Fleet"],
        ["Redis"], // a library of its own, loaded for a fleet
    ];

    public static IEnumerable<string> Rooms => Floors.SelectMany(floor => floor);

    /// <summary>The folder of a file, "" for one of the root.</summary>
    public static string FolderOf(string path) => path.Contains('/') ? path[..path.LastIndexOf('/')] : "";

    /// <summary>The uppermost folder of a file.</summary>
    public static string RoomOf(string path) => FolderOf(path).Split('/')[0];

    /// <summary>Each use of a file that does not lie on a lower floor, nor in the same room: "Text/A.cs → Http/B.cs".</summary>
    public static IEnumerable<string> FindTrespasses(Graph files) =>
        from use in files.Uses
        let rooms = (From: RoomOf(use.From), To: RoomOf(use.To))
        where rooms.From != rooms.To && FloorOf(rooms.From) <= FloorOf(rooms.To)
        select $"{use.From} → {use.To}";

    private static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));
}
