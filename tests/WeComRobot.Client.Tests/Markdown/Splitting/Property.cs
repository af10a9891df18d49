using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Holds a splitter to an oracle over many documents, on all cores; what fails is made small before it is shown.</summary>
/// <param name="split">The splitter.</param>
/// <param name="judge">The oracle: what is wrong with these parts of this document at this limit.</param>
internal sealed class Property(Func<string, int, IReadOnlyList<string>> split, Func<string, int, IReadOnlyList<string>, string?> judge)
{
    private const int MostReported = 3;

    /// <param name="documents">How many.</param>
    /// <param name="make">The document of a seed; seeds are 0 and so on.</param>
    /// <param name="exceptions">The seeds that are known to fail; one that does not any more must leave the list.</param>
    public void Holds(int documents, Func<int, SplitCase> make, params int[] exceptions)
    {
        var failing = new ConcurrentBag<SplitCase>();
        var known = new ConcurrentBag<int>();
        Parallel.For(0, documents, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var document = make(seed);
            if (Problem(document) is null)
            {
                return;
            }

            if (exceptions.Contains(seed))
            {
                known.Add(seed);
            }
            else
            {
                failing.Add(document);
            }
        });

        var reports = failing.OrderBy(f => f.Seed).Take(MostReported).Select(Report);
        Assert.True(
            failing.IsEmpty,
            $"{failing.Count} of {documents} documents failed: {string.Join(", ", failing.Select(f => f.Seed).Order().Take(100))}\n" + string.Join("\n\n", reports));
        Assert.True(known.Count == exceptions.Length, $"Do not fail any more: {string.Join(", ", exceptions.Except(known))}");
    }

    public string? Problem(SplitCase document)
    {
        try
        {
            return judge(document.Document, document.Limit, split(document.Document, document.Limit));
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private string Report(SplitCase document)
    {
        var small = Shrinker.Shrink(document, Problem);
        var problem = Problem(small);
        return $"seed {small.Seed}, limit {small.Limit}: {problem}\n\"{Literal.Escape(small.Document)}\"\n{Parts(small)}\n"
            + $"as generated: \"{Literal.Escape(document.Document)}\"";
    }

    private string Parts(SplitCase document)
    {
        try
        {
            return string.Join("\n", split(document.Document, document.Limit).Select(p => $"  -> \"{Literal.Escape(p)}\""));
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }
}
