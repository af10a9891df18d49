namespace WeComRobot.Outbox;

/// <summary>A claim of this process on messages. It lapses if the process dies.</summary>
internal interface IOutboxOwner
{
    /// <summary>Unique among all processes.</summary>
    string Name { get; }

    /// <summary>Gives up the claim: the name is never used again.</summary>
    void Retire();
}
