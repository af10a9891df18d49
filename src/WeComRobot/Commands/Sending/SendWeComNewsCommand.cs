using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends news: all articles from the parameter or the pipeline, up to 8 in a message (service.md#news).</summary>
[Cmdlet(VerbsCommunications.Send, "WeComNews", SupportsShouldProcess = true)]
[Makes(typeof(NewsMessage))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComNewsCommand : SendCommand
{
    private readonly List<Article> _articles = [];

    /// <summary>The articles, from New-WeComArticle. Up to 8 make one message; -Overflow says what happens to more.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [Sets(nameof(NewsMessage.News), nameof(NewsBody.Articles))]
    public Article[] Article { get; set; } = [];

    /// <summary>
    /// Cuts titles at 128 and descriptions at 512 bytes of UTF-8, between characters. Without it, the service cuts them
    /// silently, and a warning says so.
    /// </summary>
    [Parameter]
    public SwitchParameter Truncate { get; set; }

    /// <summary>
    /// What happens to more than 8 articles. Split, the default: several messages, in order. Error: nothing is sent.
    /// (service.md#news)
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(OverflowPolicy.Split), nameof(OverflowPolicy.Error))]
    public OverflowPolicy Overflow { get; set; }

    /// <summary>The most messages. More is an error, and nothing is sent. Defaults to 10.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxPart { get; set; } = OverflowOptions.DefaultMaxPart;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _articles.AddRange(Article);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline is no error: on a quiet night there is no news
        if (_articles.Count > 0 || !MyInvocation.ExpectingInput)
        {
            Article[] articles = [.. Truncate ? _articles.Select(ArticleCut.Fit) : _articles];
            this.ReportFailures(articles, () => Send(ArticleParts.Plan(articles, new() { Policy = Overflow, MaxPart = MaxPart })));
        }
    }
}
