using System;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fleet;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Redis;
using WeComRobot.Worker;

// Stands in for a PowerShell process that a test kills. It prints a line before and after each step, so that the test knows how
// far it got.
//   send            sends texts, one after the other
//   outbox-send     sends texts and keeps each in the outbox until it is delivered
//   outbox-deliver  delivers what the outbox holds for a robot
//   alert           tells a group of alerts, or that they are over
//   clocks          says what its clocks show
if (args.Length == 0 || !Arguments.TryParse(args[1..], out var arguments))
{
    Console.Error.WriteLine("send|outbox-send|outbox-deliver|alert|clocks " + Arguments.Usage);
    return 2;
}

using var client = new RobotClient(limit: arguments.Limit, stateFolder: arguments.StateFolder);
using var fleet = arguments.Redis is { } redis ? new RedisFleetFactory().Create(new FleetSettings(redis, null)) : null;
if (fleet is not null)
{
    client.Join(fleet.Windows, fleet.ShareMedia);

    // A busy machine may need longer to connect than a message waits
    while (client.GetRateWindow(arguments.Robot).Scope != RateLimitScope.Fleet)
    {
        await Task.Delay(100);
    }
}

// A test that starts several workers lets them begin at the same time, once all have started
Console.WriteLine("ready");
await Console.In.ReadLineAsync();
await (args[0] switch
{
    "send" => Texts.SendAsync(client, arguments),
    "outbox-send" => OutboxWork.SendAsync(client, arguments, fleet?.Outbox),
    "outbox-deliver" => OutboxWork.DeliverAsync(client, arguments, fleet?.Outbox),
    "alert" => AlertWork.RunAsync(client, arguments),
    "clocks" => Clocks.ShowAsync(arguments.Steps),
    var verb => Task.FromException(new ArgumentException(verb)),
});
Console.WriteLine("done");
return 0;
