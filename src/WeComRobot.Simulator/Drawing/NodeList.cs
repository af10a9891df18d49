using System.Text;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Collects nodes. Texts that follow each other become one, though parsers return them in pieces.</summary>
internal sealed class NodeList
{
    private readonly JsonArray _nodes = [];
    private readonly StringBuilder _text = new();
    private string? _className;

    /// <param name="className">The colour of the text; null for the usual one.</param>
    public void AddText(string text, string? className = null)
    {
        if (className != _className)
        {
            EndText();
            _className = className;
        }

        _text.Append(text);
    }

    public void Add(JsonNode node)
    {
        EndText();
        _nodes.Add(node);
    }

    public JsonArray ToArray()
    {
        EndText();
        return _nodes;
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            var text = _text.ToString();
            _nodes.Add(_className is null ? JsonValue.Create(text) : Node.Element("span", [text], _className));
            _text.Clear();
        }
    }
}
