using System.Collections.Generic;
using System.Text;
using WeComRobot.Messages;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Fitting;

/// <summary>
/// Joins lines into one content as they come. With the policy Split, they are packed into as few messages as the limit allows, and only
/// the lines of one message are held. With any other policy, or if the content is to be adapted, all lines are held to the end.
/// </summary>
internal sealed class JoinedContent
{
    private readonly ContentMessage _message;
    private readonly OverflowOptions _options;
    private readonly PartComposer _composer;
    private readonly int _firstRoom;
    private readonly int _laterRoom;
    private readonly StringBuilder _held = new();
    private int _heldBytes;
    private int _blankLines;
    private bool _hasText;
    private bool _hasWarned;
    private int _emitted;
    private bool _hasLines;
    private bool _hasWarnedOfCutLink;

    /// <summary>Begins without any lines.</summary>
    /// <param name="message">The message that carries the content; its own content is not used.</param>
    /// <param name="options">How content that is too long is sent. The mark is not used, because the number of messages is not known.</param>
    /// <exception cref="WeComException">ContentTooLong: the mentions leave no room. InvalidMessage: a user id is empty.</exception>
    public JoinedContent(ContentMessage message, OverflowOptions options)
    {
        _message = message;
        _options = options;
        _composer = new(message, options);
        _firstRoom = MeasureRoom(0);
        _laterRoom = MeasureRoom(1);
    }

    /// <summary>Adds one or more lines. Returns the messages that are complete because the lines do not fit into them.</summary>
    /// <exception cref="WeComException">InvalidMessage: the Markdown has a picture as a data: address. The line is not added.</exception>
    public IReadOnlyList<OverflowPlan> Add(string line)
    {
        var text = WellFormed.Repair(_options.IsRaw ? line : TerminalText.Render(line));
        DataPicture.ThrowIfIn(_message, text);
        _hasLines = true;
        if (!_options.IsRaw && BlankLines.IsBlank(text))
        {
            // Only blank lines between lines with text are kept
            _blankLines += _hasText ? 1 : 0;
            return [];
        }

        text = (_hasText ? new string('\n', _blankLines + 1) : "") + text;
        _hasText = true;
        _blankLines = 0;
        _held.Append(text);
        _heldBytes += Utf8Size.Count(text);
        return IsPacked && _heldBytes > GetRoom(_emitted) ? Pack(isEnd: false) : [];
    }

    /// <summary>Returns what is to be sent for the lines that are left.</summary>
    public IReadOnlyList<OverflowPlan> Finish() =>
        !_hasLines ? []
        : _emitted > 0 || (IsPacked && _heldBytes > _firstRoom) ? Pack(isEnd: true)
        : [OverflowPlan.For(_message.WithContent(_held.ToString()), _options)];

    /// <summary>Returns all messages but the last, to which later lines may be added; at the end, all messages.</summary>
    private List<OverflowPlan> Pack(bool isEnd)
    {
        var full = new List<OverflowPlan>();
        var held = _held.ToString();
        var source = _composer.ReadParts(held, isTight: true);
        var links = new CutLinks(held, _composer.IsMarkdown);
        Part? last = null;
        for (; source.Next(GetRoom(_emitted + (last is null ? 0 : 1))) is { } part; last = part)
        {
            Emit(full, last?.Text, isLast: false);
            links.CheckEnd(part.Next);
        }

        Emit(full, isEnd ? last?.Text : null, isLast: true);
        _held.Clear().Append(isEnd ? null : last?.OpenText);
        _heldBytes = Utf8Size.Count(_held.ToString());
        if (links.Any && !_hasWarnedOfCutLink && full.Count > 0)
        {
            _hasWarnedOfCutLink = true;
            full[0] = full[0] with { Notices = [.. full[0].Notices, _composer.CutLinkWarning] };
        }

        return full;
    }

    private void Emit(List<OverflowPlan> full, string? content, bool isLast)
    {
        if (content is not null)
        {
            var message = _composer.Compose(content, isFirst: _emitted++ == 0, isLast);
            var notices = _hasWarned ? [] : ReadingCheck.Find(message, _options.IsRaw);
            _hasWarned |= notices.Count > 0;
            full.Add(OverflowPlan.For(message) with { Notices = notices });
        }
    }

    /// <summary>Content to be adapted is not packed as it comes, because the rows of a table, for example, depend on its head.</summary>
    private bool IsPacked => _options is { Policy: OverflowPolicy.Split, Adapt: false };

    private int GetRoom(int index) => index == 0 ? _firstRoom : _laterRoom;

    private int MeasureRoom(int index) => _composer.MeasureRoom(0, 0, _composer.MayMention(index));
}
