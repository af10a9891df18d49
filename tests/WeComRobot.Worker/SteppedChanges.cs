using WeComRobot.State;

namespace WeComRobot.Worker;

/// <summary>Says of each file of the outbox when it is about to be changed, and when it has been.</summary>
internal sealed class SteppedChanges(Steps steps) : FileChanges
{
    protected override void MoveOnce(string from, string to)
    {
        steps.Say("changing");
        base.MoveOnce(from, to);
        steps.Say("changed");
    }

    protected override void DeleteOnce(string path)
    {
        steps.Say("changing");
        base.DeleteOnce(path);
        steps.Say("changed");
    }
}
