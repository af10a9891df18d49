using System;
using System.Globalization;
using System.Threading;

namespace WeComRobot.Worker;

/// <summary>
/// Says each step on a line of its own. At the step that it was told to hold, it stays until somebody kills the process: whoever
/// kills it there knows exactly how far it came.
/// </summary>
/// <param name="hold">A step and which one of its kind, as "posting:3". Defaults to none.</param>
internal sealed class Steps(string? hold)
{
    private readonly Lock _gate = new();
    private readonly string? _word = hold?.Split(':')[0];
    private int _left = hold is null ? 0 : int.Parse(hold.Split(':')[1], CultureInfo.InvariantCulture);

    public void Say(string line)
    {
        lock (_gate)
        {
            Console.WriteLine(line);
            if (line.Split(' ')[0] == _word && --_left == 0)
            {
                Console.WriteLine("held");
                Console.In.ReadLine();

                // Nobody is there any more to kill it
                Environment.Exit(3);
            }
        }
    }
}
