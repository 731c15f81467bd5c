package org.storesync.backoffice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSource;
import org.storesync.web.Language;
import org.storesync.web.LazyTable;
import org.storesync.web.PageMessages;

/**
 * The page Items: the list, one item in a form, and the import of a file. Its filters are in its
 * address; {@code ?link=SKU}, or {@code ?link=…&type=ASIN}, offers to link that to the item that is
 * opened next.
 */
@Named
@ViewScoped
public class ItemsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Items items;
  @Inject private ItemDesk desk;
  @Inject private Language language;
  @Inject private PageMessages messages;

  private String itemId = "";
  private String description = "";
  private String reference = "";
  private String active = "";
  private String link = "";
  private CrossReferenceType linkType = CrossReferenceType.SKU;

  private final LazyTable<ItemRow> table = new LazyTable<>(new Rows(), ItemRow::id);
  private ItemForm form;
  private ItemImport imported;
  private transient Part file;

  private final class Rows implements TableSource<ItemRow> {

    private static final long serialVersionUID = 1L;

    @Override
    public long count(Map<String, Object> filters) {
      return items.count(filter());
    }

    @Override
    public List<ItemRow> rows(TableRequest request) {
      return items.page(filter(), request);
    }

    @Override
    public Optional<ItemRow> row(String key) {
      return Optional.empty();
    }
  }

  private ItemFilter filter() {
    return new ItemFilter(
        itemId,
        description,
        reference,
        switch (active) {
          case "yes" -> Optional.of(true);
          case "no" -> Optional.of(false);
          default -> Optional.empty();
        });
  }

  public boolean isFiltered() {
    return !filter().equals(ItemFilter.ALL);
  }

  /** Opens the form for a new item. */
  public void add() {
    open(new ItemForm());
  }

  /** Opens the form for this item. */
  public void edit(ItemRow row) {
    open(new ItemForm(row));
  }

  private void open(ItemForm opened) {
    form = opened;
    imported = null;
    if (!link.isBlank()) {
      form.addReference(linkType, link);
    }
  }

  public void addReference() {
    form.addReference(CrossReferenceType.SKU, "");
  }

  public void removeReference(ItemForm.ReferenceForm removed) {
    form.removeReference(removed);
  }

  /** Stores the form and closes it, or says what is wrong and keeps it open. */
  public void save() {
    ItemEdit edit = form.edit();
    List<Problem> problems = desk.save(edit);
    problems.forEach(problem -> messages.failInWords(problem.text(language.getLocale())));
    if (problems.isEmpty()) {
      messages.toast("backoffice.saved", edit.itemId());
      link = "";
      form = null;
    }
  }

  public void close() {
    form = null;
  }

  /** Takes over the uploaded file, or refuses it whole. */
  public void importFile() throws IOException {
    if (file == null) {
      messages.fail("backoffice.import.noFile");
      return;
    }
    form = null;
    try (InputStream content = file.getInputStream()) {
      // One byte more than is allowed is enough to refuse it.
      imported = desk.importFile(content.readNBytes(ItemFile.MAX_BYTES + 1));
    } finally {
      file.delete();
      file = null;
    }
    if (imported.isRefused()) {
      messages.fail("backoffice.import.refused", imported.problems().size());
    } else {
      messages.inform(
          "backoffice.import.taken", imported.added(), imported.changed(), imported.unchanged());
    }
  }

  /** Why the last file was refused; empty if it was not. */
  public List<FileProblem> getImportProblems() {
    return imported == null ? List.of() : imported.problems();
  }

  /** Whether the search for problems ended before the end of the file. */
  public boolean isMoreProblems() {
    return getImportProblems().size() >= ItemImport.MAX_PROBLEMS;
  }

  public String sentence(FileProblem problem) {
    return problem.problem().text(language.getLocale());
  }

  public CrossReferenceType[] getTypes() {
    return CrossReferenceType.values();
  }

  public LazyTable<ItemRow> getTable() {
    return table;
  }

  public ItemForm getForm() {
    return form;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getItemId() {
    return itemId;
  }

  public void setItemId(String itemId) {
    this.itemId = text(itemId);
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = text(description);
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = text(reference);
  }

  public String getActive() {
    return active;
  }

  public void setActive(String active) {
    this.active = text(active);
  }

  public String getLink() {
    return link;
  }

  public void setLink(String link) {
    this.link = text(link);
  }

  public String getLinkTypeName() {
    return linkType.name();
  }

  /** As an address says it: a SKU unless it says otherwise. */
  public void setLinkTypeName(String name) {
    linkType =
        CrossReferenceType.ASIN.name().equals(name)
            ? CrossReferenceType.ASIN
            : CrossReferenceType.SKU;
  }

  public CrossReferenceType getLinkType() {
    return linkType;
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
