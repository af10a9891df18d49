using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>Stands for the scenarios of the folder's outbox, which are built only where there is a Redis for them.</summary>
public sealed class NoScenarios
{
    [Fact(Skip = "needs redis-server in /usr/bin")]
    public void The_scenarios_of_the_folder_run_in_Redis()
    {
    }
}
