using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Content;
using WeComRobot.Delivery;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends news: all articles from parameter or pipeline as one message (group-robot-api.md, 图文类型).</summary>
[Cmdlet(VerbsCommunications.Send, "WeComNews", SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComNewsCommand : SendCommand
{
    private readonly List<Article> _articles = [];

    /// <summary>1 to 8 articles, from New-WeComArticle.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public Article[] Article { get; set; } = [];

    /// <summary>
    /// Cuts titles at 128 and descriptions at 512 bytes of UTF-8, between characters. The service cuts them silently
    /// otherwise, and a warning says so.
    /// </summary>
    [Parameter]
    public SwitchParameter Truncate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _articles.AddRange(Article);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // No news on a quiet night is no error
        if (_articles.Count > 0 || !MyInvocation.ExpectingInput)
        {
            Send(new NewsMessage { News = new NewsBody { Articles = Truncate ? [.. _articles.Select(ArticleCut.Fit)] : _articles } });
        }
    }
}
