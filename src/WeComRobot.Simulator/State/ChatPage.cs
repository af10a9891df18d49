using System.Collections.Generic;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.State;

/// <summary>Some entries of the log at one moment.</summary>
/// <param name="Generation">Another one after each start and each time that the log was cleared.</param>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="Change">Ends when an entry is added or the log is cleared.</param>
internal sealed record ChatPage(string Generation, IReadOnlyList<ChatEntry> Entries, Task Change);
