using System;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Worker;

// Does with Client what a PowerShell process does that somebody kills. It says what it is about to do and what it has done,
// a line each, so that who killed it knows how far it came.
//   send            one text after the other
//   outbox-send     the same, each kept in the outbox until it is delivered
//   outbox-deliver  what the outbox holds for a robot
if (args.Length == 0 || !Arguments.TryParse(args[1..], out var arguments))
{
    Console.Error.WriteLine("send|outbox-send|outbox-deliver " + Arguments.Usage);
    return 2;
}

using var client = new RobotClient(limit: arguments.Limit, stateFolder: arguments.StateFolder);

// Who starts several lets them begin together, with the start of the processes behind them
Console.WriteLine("ready");
await Console.In.ReadLineAsync();
await (args[0] switch
{
    "send" => Texts.SendAsync(client, arguments),
    "outbox-send" => OutboxWork.SendAsync(client, arguments),
    "outbox-deliver" => OutboxWork.DeliverAsync(client, arguments),
    var verb => Task.FromException(new ArgumentException(verb)),
});
Console.WriteLine("done");
return 0;
