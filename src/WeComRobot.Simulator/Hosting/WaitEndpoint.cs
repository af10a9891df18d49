using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary><c>GET /simulator/wait</c>: responds as soon as enough messages have been accepted, for tests of scripts that send.</summary>
internal sealed class WaitEndpoint(RobotSet robots, ChatLog log, TimeProvider time)
{
    private const int DefaultSeconds = 10;
    private const int MaxSeconds = 3600;

    /// <exception cref="FormatException">A parameter has no meaning; the message says which.</exception>
    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var filter = new MessageQuery(query, robots, "count", "seconds");
        var count = ReadNumber(query, "count", 1, EntryQueue.MaxEntries, 1);
        var seconds = ReadNumber(query, "seconds", 0, MaxSeconds, DefaultSeconds);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var messages = new List<ReceivedMessage>();
        var (generation, id) = ("", 0L);
        while (true)
        {
            var page = log.ReadAfter(id);
            if (page.Generation != generation)
            {
                messages.Clear();
            }

            (generation, id) = (page.Generation, page.Entries is [.., var last] ? last.Id : id);
            messages.AddRange(page.Entries.Select(entry => entry.Message).OfType<ReceivedMessage>().Where(filter.Matches));
            if (messages.Count >= count)
            {
                await context.JsonAsync(messages);
                return;
            }

            try
            {
                await page.Change.WaitAsync(stop.Token);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                await context.ErrorAsync(
                    StatusCodes.Status408RequestTimeout, $"{messages.Count} of {count} messages were accepted within {seconds} s{DescribeOthers(filter)}");
                return;
            }
        }
    }

    // What came instead tells why a test waits in vain
    private string DescribeOthers(MessageQuery filter)
    {
        var entries = log.ReadAfter(0).Entries;
        var others = entries.Select(entry => entry.Message).OfType<ReceivedMessage>().Where(message => !filter.Matches(message)).ToArray();
        var refusals = entries.Select(entry => entry.Refusal).OfType<Refusal>().ToArray();
        var paths = entries.Select(entry => entry.UnknownPath).OfType<string>().ToArray();
        return (others is [.., var other] ? $"; others that the parameters leave out: {others.Length}, the last {MessageQuery.Describe(other)}" : "")
            + (refusals is [.., var last] ? $"; refused: {refusals.Length}, the last with errcode {last.Code} {last.Text}" : "")
            + (paths is [.., var path] ? $"; to unknown paths: {paths.Length}, the last to {path}" : "");
    }

    private static int ReadNumber(IQueryCollection query, string name, int min, int max, int defaultValue) =>
        query[name].ToString() is not { Length: > 0 } text ? defaultValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw new FormatException($"{name} must be a whole number from {min} to {max}");
}
