using System;
using System.Collections.Generic;
using System.Text;
using WeComRobot.Messages;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Fitting;

/// <summary>
/// Takes the lines of one content as they come. With the policy Split they are packed into as few messages as the limit
/// allows, and no more than one of them is held; with any other, or if it is to be adapted, the joined whole is the content.
/// </summary>
public sealed class JoinedContent
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
    private bool _isTold;
    private int _given;
    private bool _isBegun;
    private bool _isCutTold;

    /// <summary>Begins a content.</summary>
    /// <param name="message">The message that carries it, without content.</param>
    /// <param name="options">What becomes of it; the messages bear no mark, for their number is not known.</param>
    /// <exception cref="WeComException">ContentTooLong: the mentions leave no room. InvalidMessage: a user id is empty.</exception>
    public JoinedContent(ContentMessage message, OverflowOptions options)
    {
        _message = message;
        _options = options;
        _composer = new(message, options);
        _firstRoom = RoomOf(0);
        _laterRoom = RoomOf(1);
    }

    /// <summary>Adds a line, or several; gives the messages that are full because it does not fit into them any more.</summary>
    /// <exception cref="WeComException">InvalidMessage: Markdown with a picture as a data: address; the line is left out.</exception>
    public IReadOnlyList<OverflowPlan> Add(string line)
    {
        var text = WellFormed.Repair(_options.IsRaw ? line : TerminalText.Render(line));
        DataPicture.ThrowIfIn(_message, text);
        _isBegun = true;
        if (!_options.IsRaw && BlankLines.IsBlank(text))
        {
            // Blank lines count only between lines with text
            _blankLines += _hasText ? 1 : 0;
            return [];
        }

        text = (_hasText ? new string('\n', _blankLines + 1) : "") + text;
        _hasText = true;
        _blankLines = 0;
        _held.Append(text);
        _heldBytes += PartComposer.Size(text);
        return IsPacked && _heldBytes > Room(_given) ? Pack(isEnd: false) : [];
    }

    /// <summary>What is to be sent for the lines that are left.</summary>
    public IReadOnlyList<OverflowPlan> Finish() =>
        !_isBegun ? []
        : _given > 0 || (IsPacked && _heldBytes > _firstRoom) ? Pack(isEnd: true)
        : [OverflowPlan.For(_message.WithContent(_held.ToString()), _options)];

    /// <summary>Gives all messages but the last, which later lines may still join.</summary>
    private List<OverflowPlan> Pack(bool isEnd)
    {
        var full = new List<OverflowPlan>();
        var held = _held.ToString();
        var source = _composer.ReadParts(held, isTight: true);
        var links = new CutLinks(held, _composer.IsMarkdown);
        Part? last = null;
        for (; source.Next(Room(_given + (last is null ? 0 : 1))) is { } part; last = part)
        {
            Give(full, last?.Text, isLast: false);
            links.Note(part.Next);
        }

        Give(full, isEnd ? last?.Text : null, isLast: true);
        _held.Clear().Append(isEnd ? null : last?.OpenText);
        _heldBytes = PartComposer.Size(_held.ToString());
        if (links.Any && !_isCutTold && full.Count > 0)
        {
            _isCutTold = true;
            full[0] = full[0] with { Notices = [.. full[0].Notices, _composer.CutLink] };
        }

        return full;
    }

    private void Give(List<OverflowPlan> full, string? content, bool isLast)
    {
        if (content is not null)
        {
            var message = _composer.Compose(content, isFirst: _given++ == 0, isLast);
            var notices = _isTold ? [] : ReadingCheck.Find(message, _options.IsRaw);
            _isTold |= notices.Count > 0;
            full.Add(OverflowPlan.For(message) with { Notices = notices });
        }
    }

    /// <summary>Content to be adapted is read to its end first: the rows of a table, for example, depend on its head.</summary>
    private bool IsPacked => _options is { Policy: OverflowPolicy.Split, Adapt: false };

    private int Room(int index) => index == 0 ? _firstRoom : _laterRoom;

    private int RoomOf(int index) => _composer.Room(0, 0, _composer.MayMention(index));
}
